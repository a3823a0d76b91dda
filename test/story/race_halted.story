故事 叫停中的一家，节点考核继续支持也不拨款，恢复实施后才付   8.7.c 10.2.d
照常 fixtures/race_signed.story
今天 2026-04-10
设 付 = payment.1
设 承担人 = 孙教授
设 流水 = LS001
照常 fixtures/race_pay.story
设 付 = payment.3
设 承担人 = 冯教授
设 流水 = LS002
照常 fixtures/race_pay.story
设 付 = payment.5
设 承担人 = 陈院长
设 流水 = LS003
照常 fixtures/race_pay.story
今天 2026-10-14
设 赛道 = DZ-2026-001-A
设 承担人 = 孙教授
设 节点 = milestone.1
照常 fixtures/race_milestone.story
设 赛道 = DZ-2026-001-B
设 承担人 = 冯教授
设 节点 = milestone.3
照常 fixtures/race_milestone.story
今天 2026-10-15
李建国 叫停项目 于 DZ-2026-001-B
  · 叫停理由 = 中试设备的使用记录与经费支出对不上。
  · 证明材料 = 查验记录.pdf
  应在 milestone.halted
今天 2026-10-16
照常 fixtures/race_panel.story
王敏、冉红 作出节点考核决定 于 $项目
  · 各家考核结果.1.去留 = 继续支持
  · 各家考核结果.1.下一步分配比例 = 60%
  · 各家考核结果.2.去留 = 继续支持
  · 各家考核结果.2.下一步分配比例 = 40%
  · 各家考核结果.3.去留 = 不再支持
  · 各家考核结果.3.不再支持的理由 = 小试指标没有达到。
  · 会议名称和文号 = 节点考核会议纪要〔2026〕1号
  · 考核情况和理由 = 按专家组排序，前两家继续。
# 第一家照付；第二家还在叫停，新分到的一期同样停付
李建国 登记付款凭证 于 payment.7
  · 银行流水号 = LS007
  · 付款凭证 = 第二期回单一.pdf
李建国 登记付款凭证 于 payment.8
  · 银行流水号 = LS008
  · 付款凭证 = 第二期回单二.pdf
  应拒 payment_running
李建国 恢复实施 于 DZ-2026-001-B
  · 整改情况 = 使用记录已补齐，与支出一致。
  · 证明材料 = 复核记录.pdf
  应在 milestone.running
李建国 登记付款凭证 于 payment.8
  · 银行流水号 = LS008
  · 付款凭证 = 第二期回单二.pdf
