$bidder cooperation_intend
  · 合作方式 = 在本区投产
  · 合作内容 = 双方合资在双桥经开区建设生产线（演示）。
  · 同意由科技部门推荐参加政府“一事一议” = 是
$demander cooperation_answer
  · 意见 = 同意
  · 同意由科技部门推荐参加政府“一事一议” = 是
周琪 recommend_review
  · 推荐意见 = 成果水平高，拟在本区投产，建议“一事一议”支持。
