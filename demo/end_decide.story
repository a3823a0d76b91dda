郑立、何平 termination_decide
  · 审议结果 = 同意
  · 会议名称和文号 = $docno
  · 审议日期 = $today
