using ItsmAi.Desk.Alerts;
using ItsmAi.ServiceDeskWorld.Cascades;

namespace ItsmAi.ServiceDeskWorld.Tests.Cascades;

public sealed class ServiceCascadesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly ServiceCascades Run = ServiceCascades.Run(11, Start);

    [Fact]
    public void Equal_seeds_give_equal_alerts() => Assert.Equal(
        Run.Alerts.Select(Said), ServiceCascades.Run(11, Start).Alerts.Select(Said));

    [Fact]
    public void Sixty_services_stand_in_four_tiers() => Assert.Equal(
        [6, 24, 18, 12], new[] { "edge", "app", "data", "infra" }.Select(tier => Run.Graph.Services.Count(service => service.Tier == tier)));

    [Fact]
    public void An_incident_alerts_on_its_own_services_only_and_a_silent_root_says_nothing()
    {
        foreach (var delivery in Run.Alerts.Where(delivery => delivery.Incident is not null))
        {
            var truth = Run.Incidents.Single(incident => incident.Incident == delivery.Incident);
            Assert.Contains(delivery.Alert.Service, truth.Services);
            Assert.False(truth.IsRootSilent && delivery.Alert.Service == truth.Root);
        }
    }

    [Fact]
    public void No_two_incidents_touch_a_service_at_once()
    {
        foreach (var one in Run.Incidents)
        {
            Assert.DoesNotContain(Run.Incidents, other => other.Incident < one.Incident
                && one.Start < other.End && other.Start < one.End && one.Services.Intersect(other.Services).Any());
        }
    }

    [Fact]
    public void Alerts_come_in_order_of_arrival_and_every_episode_clears()
    {
        Assert.Equal(Run.Alerts.Select(delivery => delivery.ReceivedAt).Order(), Run.Alerts.Select(delivery => delivery.ReceivedAt));
        Assert.All(
            Run.Alerts.GroupBy(delivery => delivery.Alert.Episode),
            episode => Assert.Single(episode, delivery => delivery.Alert.Status == AlertStatus.Resolved));
    }

    [Fact]
    public void There_are_about_three_incidents_a_day_and_twenty_single_alerts()
    {
        Assert.InRange(Run.Incidents.Count, 28, 72);
        Assert.InRange(Run.Alerts.Where(delivery => delivery.Incident is null).Select(delivery => delivery.Alert.Episode).Distinct().Count(), 280, 1_200);
    }

    private static string Said(AlertDelivery delivery) =>
        $"{delivery.Id} {delivery.Alert.Episode} {delivery.Alert.Status} {delivery.ReceivedAt:O} {delivery.Incident}";
}
