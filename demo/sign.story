$who panel_sign 于 $panel
  · sign = agree
