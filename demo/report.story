$who panel_report 于 $panel
  · conclusion = $verdict
  · opinion = $opinion
