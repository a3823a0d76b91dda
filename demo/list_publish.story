王敏、冉红 list_publish 于 $list
  · deadline = $deadline
  · media = government_site
  · contact = 023-00000000（演示）
