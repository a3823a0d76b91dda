$demander milestone_conclude
  · result = $result
  · opinion = $opinion
  · evidence.1.method = site_visit
  · evidence.1.found = 现场查看样品和设备运行
  · evidence.1.files = 现场记录.txt
  · evidence.2.method = data_check
  · evidence.2.found = 核对检测数据
  · evidence.2.files = 检测数据.txt
