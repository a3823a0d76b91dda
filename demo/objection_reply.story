$demander objection_reply
  · 说明 = 评审以材料评审方式进行，各家一视同仁。
