周琪 round_propose
  · title = $title
  · body = 面向全区重点产业领域企业公开征集“揭榜挂帅”技术需求，围绕产业链、供应链、创新链上的“卡点”提出攻关任务（演示）。
  · first_day = $today
  · last_day = $until
  · kinds = key_core,key_common
吴敏 round_confirm 于 $round
