"""What SQS measures; moto measures nothing."""

from moto.sqs.models import sqs_backends

from corrections.cloudwatch import metrics


def measure(account: str, region: str, at: float) -> None:
    """Each queue reports how many messages lie in it, and how many are being worked on."""
    series = metrics.series(account, region)
    for name, queue in list(sqs_backends[account][region].queues.items()):
        counts = {
            "ApproximateNumberOfMessagesVisible": queue.approximate_number_of_messages,
            "ApproximateNumberOfMessagesNotVisible": queue.approximate_number_of_messages_not_visible,
        }
        dimensions = [{"Name": "QueueName", "Value": name}]
        series.put(
            "AWS/SQS",
            [
                {"MetricName": metric, "Value": count, "Unit": "Count", "Dimensions": dimensions, "Timestamp": at} for metric,
                count in counts.items()
            ],
        )
