王敏、冉红 race_shares_decide
  · lanes.1.share = 40%
  · lanes.2.share = 30%
  · lanes.3.share = 30%
  · nodes.1.name = 样品或样机
  · nodes.1.due = $in90
  · nodes.2.name = 示范应用
  · nodes.2.due = $in240
  · document = 大足科函〔演示〕8号
  · demander_agrees = 1
  · reason = 按专家组意见和各家前期基础确定。
