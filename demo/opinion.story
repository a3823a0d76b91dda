$who panel_opinion 于 $panel
  · verdict = $verdict
  · opinion = $opinion
