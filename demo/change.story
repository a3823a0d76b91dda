$bidder change_propose
  · items.1.kind = 项目负责人
  · items.1.wanted = 邓工
  · items.1.reason = 原负责人因病长期住院，邓工为第二完成人，全程参与。
  · items.1.evidence = 诊断证明.txt
