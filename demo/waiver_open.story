周琪 waiver_ask
  · act_name = argue_panel_set
  · thing = $case
  · rule = argue_panel_odd
  · found = 4
  · reason = 专家组为四人，人数为双数；意见相持时由组长再次组织讨论。
