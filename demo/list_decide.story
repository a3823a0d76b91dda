郑立 list_decide 于 $list
  · document = $document
  · decided_on = $today
