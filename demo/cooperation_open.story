$bidder cooperation_intend
  · 合作方式 = 其他合作
  · 合作内容 = 共同申报市级研发平台（演示）。
