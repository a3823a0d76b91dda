$demander need_withdraw
  · reason = 企业调整了研发计划，另行申报。
