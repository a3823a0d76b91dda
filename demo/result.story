周琪 announce_result
  · title = “$title”结题验收通过
  · story = 企业出题、高校院所揭榜，一年攻关，指标全部达到，首批产品已在本区应用（演示）。
  · effect = 已在两家企业应用。
  · demander_consents = 1
  · awardee_consents = 1
  · consents = 同意书.txt
