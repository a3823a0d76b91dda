周琪 need_return
  · reason = 请补充第一项指标的现有水平和测试方法。
