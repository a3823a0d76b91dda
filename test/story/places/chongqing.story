故事 重庆：财政资金可到一半、五百万元，发布当日计入公示期，局长办公会决定   10.1.a 10.1.b 8.5.a 5.2.c
政策 chongqing-2021
# 总投入 300 万元的一半是 150 万元：多一分不行，正好可以。
照常 fixtures/parties.story
照常 fixtures/need.story 到 need.filed
今天 2026-01-16 10:00
周琪 退回需求
  · 理由 = 请按本市的财政资金比例重报。
  应在 need.returned
李建国 重新提交需求
  · 申请财政资金 = 240.01万
  应拒 need_fiscal_share
李建国 重新提交需求
  · 申请财政资金 = 240万
  应在 need.filed
今天 2026-01-17 10:00
周琪 受理需求
  · 受理日期 = 2026-01-17
  · 受理意见 = 材料齐全，予以受理。
  应在 need.accepted
照常 main.story 自 need.accepted 到 decision.agreed
今天 2026-03-17
郑立、何平 登记区政府审议结果
  · 审议结果 = 同意
  · 会议名称和文号 = 局长办公会纪要〔2026〕12号
  · 审议日期 = 2026-03-16
  应在 decision.approved
# 3 月 23 日是星期一：当日计入，五个工作日到 27 日（星期五）为止，28 日期满。
今天 2026-03-23
王敏、冉红 发布公示
  · 地址 = 重庆市两江新区
  · 电话 = 023-00000001
  应在 notice.running
今天 2026-03-27 23:00
到点
应在 notice.running
今天 2026-03-28
到点
应在 notice.clear
今天 2026-03-31
照常 main.story 自 notice.clear 到 closed.struck
应在 closed.struck
