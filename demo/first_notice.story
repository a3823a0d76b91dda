王敏 notice_publish
  · basis = 大足科发〔2023〕26号
  · receiver = 大足区科学技术局科技成果科
  · address = 大足区棠香街道（演示）
  · phone = 023-00000000（演示）
  应待
