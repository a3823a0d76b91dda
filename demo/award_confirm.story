$demander award_confirm
  · agree = 1
