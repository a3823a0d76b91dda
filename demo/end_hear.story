$bidder termination_hear
  · 意见 = 同意
  · 陈述 = 试验记录完整，路线确实不可行，同意终止。
  · 证明材料 = 试验记录.txt
