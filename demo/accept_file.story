$demander acceptance_file
  · materials.1.kind = summary
  · materials.1.title = 工作总结
  · materials.1.files = 工作总结.txt
  · materials.2.kind = technical
  · materials.2.title = 技术报告
  · materials.2.files = 技术报告.txt
  · materials.3.kind = test
  · materials.3.title = 检测报告
  · materials.3.files = 检测报告.txt
