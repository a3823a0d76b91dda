周琪 award_propose
  · picks.1.wins = 1
  · fiscal_fen = $fiscal
  · reason = 专家组排序第一，方案对榜单指标响应最好。
