$demander race_panel_set
  · seats.1.person = $p1
  · seats.1.category = $c1
  · seats.1.chair = 1
  · seats.2.person = $p2
  · seats.2.category = $c2
  · seats.3.person = $p3
  · seats.3.category = $c3
  · seats.4.person = $p4
  · seats.4.category = $c4
  · seats.5.person = $demander
  · seats.5.category = demander_head
  · meets = $today
  · method = meeting
$p1、$p2、$p3、$p4、$demander panel_declare
  · interest = none
  · secrecy = 1
$p1、$p2、$p3、$p4、$demander panel_opinion
  · verdict = support
  · scores.*.points = 12
  · scores.1.points = 18
  · scores.2.points = 16
  · opinion = 第一家进度领先，第二家次之，第三家没有达到节点要求。
$p1 panel_report
  · conclusion = support
  · opinion = 按得分排序，建议按排序继续支持。
$p1、$p2、$p3、$p4、$demander panel_sign
  · sign = agree
王敏、冉红 race_assess
  · lanes.1.fate = 继续支持
  · lanes.1.share = 60%
  · lanes.2.fate = 继续支持
  · lanes.2.share = 40%
  · lanes.3.fate = 不再支持
  · lanes.3.reason = 样品指标没有达到，路线难以放大。
  · document = 节点考核会议纪要〔演示〕1号
  · reason = 按专家组排序，前两家继续。
