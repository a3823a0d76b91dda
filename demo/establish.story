王敏、冉红 establish
