$bidder milestone_report 于 $milestone
  · reached_on = $today
  · progress = intime
  · summary = 完成本阶段任务，样品经检测达到阶段指标。
  · actuals.1.indicator = $indicator
  · actuals.1.actual = 已达到
  · actuals.1.evidence = test
  · actuals.1.files = 检测报告.txt
