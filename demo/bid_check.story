周琪 bid_check 于 $bid
  · result = passed
  · reason = 材料齐全，按时提交。
