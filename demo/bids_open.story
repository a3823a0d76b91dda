王敏、冉红 bids_open
