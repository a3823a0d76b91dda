卢静 objection_accept
  · 已核验异议人身份并取得联系 = 是
