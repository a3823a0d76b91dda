  · 不预填
  · scope = restricted
  · invited.1.name = 渝西理工大学
  · invited.1.credit_code = 12500106000200416M
  · invited.2.name = 西南新材料研究院
  · invited.2.credit_code = 12500106000200432B
  · invited.3.name = 中部智能装备研究院
  · invited.3.credit_code = 12330106000200467W
