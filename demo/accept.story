周琪 need_accept
  · day = $today
  · opinion = 材料齐全，符合征集要求。
