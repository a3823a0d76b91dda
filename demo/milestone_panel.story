$demander milestone_panel_set
  · milestone = $ord
  · methods = site_visit,data_check
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
  · method = site
  · place = 需求单位现场
