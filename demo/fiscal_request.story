王敏、冉红 fiscal_request 于 $payment
  · checked = 1
  · budget = 科技专项
  · grounds = 任务书已签订，需求单位付款凭证已核对。
