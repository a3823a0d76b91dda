郑立 award_decide
  · result = approve
  · document = $document
  · decided_on = $today
