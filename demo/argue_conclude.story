周琪 argue_conclude
  · conclusion = $verdict
  · opinion = $opinion
