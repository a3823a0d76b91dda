郑立 award_decide
  · result = approve
  · document = $docno
  · decided_on = $today
  应待
