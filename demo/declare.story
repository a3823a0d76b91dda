$who panel_declare 于 $panel
  · interest = none
  · secrecy = 1
