  · 不预填
  · scope = restricted
  · invited.1.name = 巴蜀科技大学
  · invited.1.credit_code = 12500106000200424G
  · invited.2.name = 长江中试技术研究所
  · invited.2.credit_code = 125001060002004406
  · invited.3.name = 中部智能装备研究院
  · invited.3.credit_code = 12330106000200467W
