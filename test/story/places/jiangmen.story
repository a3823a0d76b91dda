故事 江门：评审之前先有合作协议，得分随公示公布   jm.1 jm.2 jm.3
政策 jiangmen
照常 fixtures/jiangmen_agreeing.story
# 没有协议就不能确认专家组，评审也就开始不了。
李建国 确认评审专家组
  应缓
周琪 办结本环节
  · 办理日期 = 2026-03-05
  · 办理意见 = 代为办结。
  · 与揭榜单位的合作协议 = 协议.pdf
  应拒 step_owner
李建国 办结本环节
  · 办理日期 = 2026-03-05
  · 办理意见 = 已谈妥。
  应误 agreement
李建国 办结本环节
  · 办理日期 = 2026-03-05
  · 办理意见 = 已与两家揭榜单位分别达成合作协议。
  · 与揭榜单位的合作协议 = 协议一.pdf、协议二.pdf
  应在 review.seating
照常 main.story 自 review.seating 到 closed.struck
应在 closed.struck

故事 江门：谈不拢的退回形式审查，重新提出专家组   jm.1
政策 jiangmen
照常 fixtures/jiangmen_agreeing.story
李建国 退回上一环节
  · 理由 = 揭榜单位不同意协议条款。
  应在 bid.opened
