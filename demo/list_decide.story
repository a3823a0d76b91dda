郑立、何平 list_decide 于 $list
  · document = $docno
  · decided_on = $today
