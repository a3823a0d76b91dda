周琪 waiver_ask
  · act_name = argue_panel_set
  · thing = $case
  · rule = argue_panel_size
  · found = 4
  · wanted = 5
  · reason = 该领域区内外同行专家很少，短期内请不到第五人；其余专家覆盖全部类别。
王敏 waiver_grant
  · reason = 情况属实，其余专家覆盖全部类别，准予一次。
