故事 退回的需求没有人再管：先提醒，再督办，最后视为撤回   8.a 8.1.b
照常 main.story 到 need.filed
今天 2026-02-02
周琪 退回需求
  · 理由 = 请补充应用亟需情况。
  应在 need.returned
# 期限 15 天：2 月 17 日；提前三天提醒
今天 2026-02-14
到点
应在 need.returned
# 到点多少次都只提醒一次
到点
# 逾期三天提请督办
今天 2026-02-21
到点
应在 need.returned
# 还来得及
李建国 重新提交需求
  应在 need.filed
# 再次退回：期限重新计算
今天 2026-02-24
周琪 退回需求
  · 理由 = 指标仍不清楚。
今天 2026-03-26
到点
应在 need.returned
今天 2026-03-27
到点
应在 closed.withdrawn
李建国 重新提交需求
  应缓

故事 由系统办理的事，谁也不能代办   8.a 9.1
照常 main.story 到 need.filed
周琪 退回需求
  · 理由 = 请补充应用亟需情况。
周琪 need_lapse
  应禁
李建国 need_lapse
  应禁
周琪 deadline_remind
  · due = 2026-02-01
  应禁
# 没有到期，系统自己也不能办
系统 need_lapse
  应缓
系统 deadline_escalate
  · stage = need.returned
  · due = 2026-02-01
  应缓
