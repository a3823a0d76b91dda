$other_bidder question_ask
  · 问题 = 样机可以分两批交付吗？
