故事 实施周期超过三年：豁免的是三十七个月，不是三十八个月   7.a
照常 fixtures/demand.story 到 need.filed
周琪 退回需求
  · 理由 = 请核对周期。
李建国 重新提交需求
  · 实施周期（月） = 37
  应拒 need_period 现有 37 应有 36
李建国 申请豁免
  · act_name = need_resubmit
  · thing = $case
  · rule = need_period
  · found = 37
  · wanted = 36
  · reason = 确有实际困难，已采取补救措施，不影响结果。
  记 周期
# 需求单位自己不能决定
李建国 准予豁免 于 $周期
  · 理由 = 自己准
  应禁
周琪 准予豁免
  · 理由 = 理由充分，同意。
李建国 重新提交需求
  · 实施周期（月） = 38
  应拒 need_period 现有 38
李建国 重新提交需求
  · 实施周期（月） = 37
  应劝 need_period 现有 37
  应在 need.filed
# 用过一次就没有了
周琪 退回需求
  · 理由 = 请再核对一次。
李建国 重新提交需求
  · 实施周期（月） = 37
  应拒 need_period 现有 37


故事 阶段考核专家组四人，经豁免组成   8.7.d
照常 main.story 到 milestone.running
今天 2026-10-12
孙教授 提交里程碑成果 于 milestone.1
  · 完成情况 = 小试工艺定型，达到阶段指标。
  · 指标完成情况.1.实际完成 = 纯度 99.95%
  · 指标完成情况.1.证明材料类别 = 检测报告
  · 指标完成情况.1.证明材料 = 小试检测报告.pdf
今天 2026-10-14
李建国 组建考核专家组
  · 考核方式 = 实地勘察、数据查验
  · 专家组成员.1.专家 = 赵三
  · 专家组成员.1.身份 = 产业行业主管部门管理专家
  · 专家组成员.1.组长 = 是
  · 专家组成员.2.专家 = 钱二
  · 专家组成员.2.身份 = 产业一线专家
  · 专家组成员.3.专家 = 孙二
  · 专家组成员.3.身份 = 同行技术专家
  · 专家组成员.4.专家 = 李建国
  · 专家组成员.4.身份 = 发榜单位负责人
  · 考核日期 = 2026-10-20
  · 评议方式 = 现场
  应拒 milestone_panel_size 现有 4 应有 5
  应拒 milestone_panel_odd
# 揭榜单位不组建专家组，也就不能替需求单位申请
孙教授 申请豁免
  · act_name = milestone_panel_set
  · thing = $case
  · rule = milestone_panel_size
  · found = 4
  · wanted = 5
  · reason = 确有实际困难，已采取补救措施，不影响结果。
  应缺
李建国 申请豁免
  · act_name = milestone_panel_set
  · thing = $case
  · rule = milestone_panel_size
  · found = 4
  · wanted = 5
  · reason = 确有实际困难，已采取补救措施，不影响结果。
王敏 准予豁免
  · 理由 = 理由充分，同意。
李建国 申请豁免
  · act_name = milestone_panel_set
  · thing = $case
  · rule = milestone_panel_odd
  · found = 4
  · wanted = 5
  · reason = 确有实际困难，已采取补救措施，不影响结果。
王敏 准予豁免
  · 理由 = 理由充分，同意。
李建国 组建考核专家组
  · 考核方式 = 实地勘察、数据查验
  · 专家组成员.1.专家 = 赵三
  · 专家组成员.1.身份 = 产业行业主管部门管理专家
  · 专家组成员.1.组长 = 是
  · 专家组成员.2.专家 = 钱二
  · 专家组成员.2.身份 = 产业一线专家
  · 专家组成员.3.专家 = 孙二
  · 专家组成员.3.身份 = 同行技术专家
  · 专家组成员.4.专家 = 李建国
  · 专家组成员.4.身份 = 发榜单位负责人
  · 考核日期 = 2026-10-20
  · 评议方式 = 现场
  应在 milestone.assessing

故事 一般确定一家：例外是“赛马”程序，不另行豁免   8.4.d 8.4.e
照常 main.story 到 review.ranked
周琪 申请豁免
  · act_name = award_propose
  · thing = $case
  · rule = decision_one_winner
  · found = 0
  · wanted = 1
  · reason = 想不确定揭榜单位也办下去。
  应拒 waiver_normally
