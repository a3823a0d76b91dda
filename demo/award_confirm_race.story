$demander award_confirm
  · agree = 1
  · race_demander = 1
  · race_lister = 1
