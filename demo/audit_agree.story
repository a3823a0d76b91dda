$demander、$bidder audit_comment
  · 对审计结果 = 没有异议
