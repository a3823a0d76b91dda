周琪 award_propose
  · picks.*.wins = 1
  · fiscal_fen = $fiscal
  · reason = 三家路线不同、各有长处，以“赛马”方式竞争攻关。
  · hard = 国内尚无企业量产，三条路线风险都高（演示说明）。
  · unite_on = $ago3
  · unite_who = 三家申报单位、区科技局
  · unite_result = 三家路线互斥，知识产权无法共有，难以联合。
