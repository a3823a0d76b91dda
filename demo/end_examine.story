周琪 termination_examine
  · 审核结果 = 同意
  · 审核意见 = 试验记录完整，属探索中的失败，建议终止。
