周琪 bids_open
