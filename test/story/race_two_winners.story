故事 两家到底：阶段目标决定两家最终揭榜单位，停止的一家终止，项目结束   8.4.f 10.2.d 10.2.e 8.8.d 9.3
照常 fixtures/race_signed.story
今天 2026-04-10
设 付 = payment.1
设 承担人 = 孙教授
设 流水 = LS001
照常 fixtures/race_pay.story
设 拨 = payment.2
设 流水 = F001
照常 fixtures/race_fiscal.story
设 付 = payment.3
设 承担人 = 冯教授
设 流水 = LS002
照常 fixtures/race_pay.story
设 拨 = payment.4
设 流水 = F002
照常 fixtures/race_fiscal.story
设 付 = payment.5
设 承担人 = 陈院长
设 流水 = LS003
照常 fixtures/race_pay.story
设 拨 = payment.6
设 流水 = F003
照常 fixtures/race_fiscal.story
今天 2026-10-14
设 赛道 = DZ-2026-001-A
设 承担人 = 孙教授
设 节点 = milestone.1
照常 fixtures/race_milestone.story
设 赛道 = DZ-2026-001-B
设 承担人 = 冯教授
设 节点 = milestone.3
照常 fixtures/race_milestone.story
# 各家各自看得见自己的项目：别家的里程碑办不了
孙教授 提交里程碑成果 于 milestone.4
  · 完成情况 = 不是本单位的项目。
  · 指标完成情况.1.实际完成 = 无
  · 指标完成情况.1.证明材料类别 = 检测报告
  · 指标完成情况.1.证明材料 = 无.pdf
  应禁
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
设 付 = payment.7
设 承担人 = 孙教授
设 流水 = LS007
照常 fixtures/race_pay.story
设 付 = payment.8
设 承担人 = 冯教授
设 流水 = LS008
照常 fixtures/race_pay.story
# 不再支持的一家按终止程序办理：原因和理由由考核决定带入，不能恢复实施
李建国 恢复实施 于 DZ-2026-001-C
  · 整改情况 = 请求继续参赛。
  应缓
今天 2026-10-20
李建国 提出终止项目 于 DZ-2026-001-C
  · 证明材料 = 节点考核决定.pdf
  · 已完成的工作 = 完成部分小试。
  · 成果和知识产权的处理 = 试验数据双方共有。
  · 双方之间资金的处理 = 首期经费按实际支出结算。
  应在 termination.examining
陈院长 对终止陈述意见
  · 意见 = 同意
  · 陈述 = 服从节点考核决定。
周琪 审核终止
  · 审核结果 = 同意
  · 审核意见 = 按节点考核决定终止。
今天 2026-10-28
郑立、何平 登记终止审议结果
  · 审议结果 = 同意
  · 会议名称和文号 = 区政府常务会议纪要〔2026〕40号
  · 审议日期 = 2026-10-27
  应在 termination.auditing
周琪 委托审计
  · 审计机构 = 第三方审计机构
  · 审计事项 = 终止审计
  · 委托书文号 = 大足科审委〔2026〕6号
  · 审计范围 = 这一家的全部经费。
  · 报告期限 = 2026-11-20
今天 2026-11-10
audit-office 提交审计报告
  · 用于项目的支出 = 9万
  · 资产情况 = 没有财政资金购置的资产。
  · 审计意见 = 收支真实，财政首期全部用于项目。
  · 审计报告 = 审计报告二.pdf
李建国、陈院长 对审计结果提出意见
  · 对审计结果 = 没有异议
王敏、冉红 确定应收回资金
周琪 终止办结
  · 档案号 = DZ-ZZ-2026-002
  应在 closed.terminated
# ---- 第二个节点：两家都继续 ----
今天 2027-10-14
设 赛道 = DZ-2026-001-A
设 承担人 = 孙教授
设 节点 = milestone.2
照常 fixtures/race_milestone.story
设 赛道 = DZ-2026-001-B
设 承担人 = 冯教授
设 节点 = milestone.4
照常 fixtures/race_milestone.story
今天 2027-10-18
照常 fixtures/race_panel.story
王敏、冉红 作出节点考核决定 于 $项目
  · 各家考核结果.*.去留 = 继续支持
  · 各家考核结果.1.下一步分配比例 = 50%
  · 各家考核结果.2.下一步分配比例 = 50%
  · 会议名称和文号 = 节点考核会议纪要〔2027〕1号
  · 考核情况和理由 = 两家都达到阶段目标。
王敏、冉红 确定最终揭榜单位 于 $项目
  · 最终揭榜单位.*.最终揭榜单位 = 确定为最终揭榜单位
  · 最终揭榜单位.1.剩余资金分配比例 = 55%
  · 最终揭榜单位.2.剩余资金分配比例 = 45%
  · 最终揭榜单位.*.阶段目标完成情况和理由 = 两个节点的阶段目标都达到。
  · 会议名称和文号 = 专题会议纪要〔2027〕9号
  · 决定理由 = 两条路线都有应用价值，确定两家。
  应在 race.decided
今天 2027-11-08
设 赛道 = DZ-2026-001-A
设 承担人 = 孙教授
照常 fixtures/race_acceptance.story
设 赛道 = DZ-2026-001-B
设 承担人 = 冯教授
照常 fixtures/race_acceptance.story
设 付 = payment.9
设 承担人 = 孙教授
设 流水 = LS009
照常 fixtures/race_pay.story
设 拨 = payment.10
设 流水 = F010
照常 fixtures/race_fiscal.story
设 付 = payment.11
设 承担人 = 冯教授
设 流水 = LS011
照常 fixtures/race_pay.story
设 拨 = payment.12
设 流水 = F012
照常 fixtures/race_fiscal.story
李建国 报送结题资料 于 DZ-2026-001-A
周琪 销号 于 DZ-2026-001-A
  · 档案号 = DZ-KJ-2027-001
  · 结题材料齐全，已核对 = 是
  应在 closed.struck
李建国 报送结题资料 于 DZ-2026-001-B
周琪 销号 于 DZ-2026-001-B
  · 档案号 = DZ-KJ-2027-002
  · 结题材料齐全，已核对 = 是
  应在 closed.struck
周琪 “赛马”项目结束 于 $项目
  应在 closed.raced

故事 各家都没有签约，项目直接结束   8.4.f 8.8.c
照常 fixtures/race_shared.story
周琪 “赛马”项目结束 于 $项目
  应拒 race_none_left 现有 3 应有 0
  应拒 race_lanes_closed 现有 0 应有 3
