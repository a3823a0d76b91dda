钱进 recovery_receive
  · 银行流水号 = TH$number-1
  · 付款账号 = 6222000000000002
  · 入账凭证 = 入账单.txt
