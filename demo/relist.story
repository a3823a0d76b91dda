周琪 relist_propose
  · reason = 需求仍然存在，建议调整经费和条件后重新列榜。
