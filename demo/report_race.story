  · unrankable = 1
