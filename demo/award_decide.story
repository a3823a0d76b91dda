郑立、何平 award_decide
  · result = approve
  · document = $docno
  · decided_on = $today
